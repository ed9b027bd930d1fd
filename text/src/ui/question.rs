//! Words around one question; the question itself is made from the pack.

words! {
    answer: "回答", "Answer";
    not_begun: "本期还没有开始，现在还不能回答。", "The period has not begun, so nothing can be stated yet.";
    take_back: "撤回这个回答", "Take this answer back";
    unknown_hint: "先记为“不清楚”，查明后再改。", "Recorded as not known; change it once you know.";
    why_not_applicable: "不适用的理由", "Why it does not apply";
    why_not_applicable_needed: "请写明不适用的理由。", "Please say why it does not apply.";
    registered_incidents: "已登记的案事件", "Registered incidents";
    does_not_count: "不在本项范围内", "Does not count here";
    of_other_kind: "没有写明属于本类，本类已答没有别的", "Not said to be of this kind, and of this kind nothing else is stated";
    set_aside: "已登记，不计入本项", "Registered, not counted here";
    set_aside_hint: "留在登记里，会写进文件。填错了请编辑，改好后够得上本项范围的就计入。", "They stay in the register and in the file. If one is wrong, edit it: it counts once it is within this criterion.";
    remark_hint: "写在表格“备注”栏。不要写姓名、证件号、电话。", "Printed in the form's remark column. No names, identity numbers or telephone numbers.";
    number_missing: "请填写数字；没有就填 0。", "Enter a number; 0 if there is none.";
    part_above_whole: "前一个数不能大于后一个数。", "The first number cannot be larger than the second.";
    rank_wrong: "位次从 1 开始。", "Places start at 1.";
    keys_hint: "按数字键选答案。按回车只往下走，不作答。", "A number chooses an answer. Enter only goes on and answers nothing.";
}

sentences! {
    none_of_all(names: &str): "本期都没有：{names}", "None of these in the period: {names}";
    none_at_all(name: &str, others: usize): "本期没有任何{name}（另有 {others} 题一起答）", "None of this at all in the period: {name} (answers {others} more)";
    counted_part(of: &str): "前一个数取自登记的“{of}”，不对可以改。", "The first number is that of the registered “{of}”; change it if it is another.";
    same_whole(of: &str): "总数取自“{of}”，不对可以改。", "The total is that of “{of}”; change it if it is another.";
    states_days(days: &str): "说明的日子：{days}", "States the days {days}";
    still_to_state(days: &str): "还没有说明：{days}", "Not stated yet: {days}";
    unknown_takes_back(wider: &str): "先记为“不清楚”；“{wider}”的回答也改为“不清楚”。", "Recorded as not known; the answer on this becomes not known too: {wider}.";
    any_others(count: usize, none: &str): "已登记 {count} 起。还有别的吗？没有了，请选“{none}”。", "{count} registered. Was there anything else? If not, choose “{none}”.";
}
