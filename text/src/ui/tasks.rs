//! Words for the task list.

words! {
    heading: "自评项目", "Criteria";
    all_answered: "全部回答完了。", "Everything is answered.";
    all_answered_next: "下一步：检查答案，打印或签名导出。", "Next: check the answers, print, or sign and export.";
    check_answers: "检查答案", "Check answers";
    see_result: "查看结果", "See the result";
    again: "各项都答到今天……", "Bring every answer up to today…";
    again_states: "点“确认以上各项”，等于作出以下说明：", "Confirming states the following:";
    again_else: "哪一项有变化，请先取消，到那一项里登记。", "If anything has changed, cancel and register it there first.";
    again_confirm: "确认以上各项", "Confirm all of these";
    quarter_hint: "季度只看本季度情况，是否达标按全年评定。", "A quarter shows how things stand; the award is decided for the year.";
    measure: "参考指标，不影响结果", "Shown only, decides nothing";
}

sentences! {
    none_of(days: &str, name: &str): "{days}没有发生{name}（已登记的除外）", "{name}: none on {days}, but for what is registered";
}
