//! Words of the task list.

words! {
    heading: "自评项目", "Criteria";
    open_first: "还要回答的", "Still to answer";
    answered_group: "已经回答的", "Answered";
    all_answered: "全部回答完了。", "Everything is answered.";
    all_answered_next: "下一步：检查答案，打印或签名导出。", "Next: check the answers, print, or sign and export.";
    go_to_open: "去下一个待填项", "Go to the next open one";
    check_answers: "检查答案", "Check answers";
    see_result: "查看结果", "See the result";
    change_period: "换一个时段", "Change the period";
    again: "各项都答到今天……", "Bring every answer up to today…";
    again_states: "点“确认以上各项”，等于作出以下说明：", "Confirming states the following:";
    again_else: "哪一项有变化，请先取消，到那一项里登记。", "If anything has changed, cancel and register it there first.";
    again_confirm: "确认以上各项", "Confirm all of these";
    due: "报送时间", "Due";
    nothing_due: "文件没有写明日期", "The document states no date";
    quarter_hint: "季度只看本季度情况，是否达标按全年评定。", "A quarter shows how things stand; the award is decided for the year.";
    negative_list: "负面清单", "Negative list";
    veto: "一票否决项", "Vetoes the whole";
    measure: "参考指标，不影响结果", "Shown only, decides nothing";
}

sentences! {
    none_of(days: &str, name: &str): "{days}没有发生{name}（已登记的除外）", "{name}: none on {days}, but for what is registered";
    still_open(count: usize): "还有 {count} 项待填", "{count} still to answer";
    progress(done: usize, all: usize): "{done}/{all} 已答", "{done}/{all} answered";
}
