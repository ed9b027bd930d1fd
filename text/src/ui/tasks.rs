//! Words for the questions as a sheet.

words! {
    heading: "自评", "Self-assessment";
    items: "自评项目", "Criteria";
    all_items: "全部项目", "All criteria";
    next_open: "下一道没答的", "Next open question";
    check_answers: "检查答案，签名", "Check and sign";
    see_result: "查看结果", "See the result";
    again: "各项都答到今天……", "Bring every answer up to today…";
    again_states: "点“确认以上各项”，等于答了：", "Confirming answers the following:";
    again_else: "哪一项有变化，请先取消，到那一项里登记。", "If anything has changed, cancel and register it there first.";
    again_confirm: "确认以上各项", "Confirm all of these";
    rest_none: "本节其余都没有发生……", "None of the rest of this section…";
    rest_done: "本节其余都已做到……", "All the rest of this section is done…";
    rest_both: "本节其余：坏事都没有发生，该做的都做到了……", "The rest of this section: nothing bad happened, all is done…";
    rest_states: "点“确认”，等于一次答了：", "Confirming answers all of these at once:";
    rest_else: "哪一项不是这样，请先取消，到那一行里答。", "If one of them is not so, cancel and answer it in its row first.";
    quarter_hint: "季度只看本季度情况，是否达标按全年评定。", "A quarter shows how things stand; the award is decided for the year.";
    measure: "参考指标，不影响结果", "Shown only, decides nothing";
    more: "依据、备注", "Why, remark";
}

sentences! {
    none_of(days: &str, name: &str): "{days}没有发生{name}（已登记的除外）", "{name}: none on {days}, but for what is registered";
    asked_of(unit: &str, days: &str): "每一题问的都是{unit}、{days}。", "Every question is about {unit}, {days}.";
    of_section(done: usize, all: usize): "{done}/{all} 题已答", "{done} of {all} answered";
    answered_aside(count: usize): "另有 {count} 项已答，展开", "{count} more are answered: show them";
    rest_confirm(count: usize): "确认这 {count} 题", "Confirm these {count}";
    rest_done_at(time: &str, count: usize): "{time} 一次答了 {count} 题。", "{count} answered at once at {time}.";
    rest_changed(count: usize): "其中 {count} 题后来在这里或别的窗口改过，撤销时不动。", "{count} of them were changed since, here or in another window, and stay as they are.";
    again_done_at(time: &str, count: usize): "{time} 把 {count} 题答到了当天。", "{count} answers were brought up to the day at {time}.";
    answer_of(name: &str, says: &str): "{name}：{says}", "{name}: {says}";
    remark(text: &str): "备注：{text}", "Remark: {text}";
}
