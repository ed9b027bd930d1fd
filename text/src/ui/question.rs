//! Words around the questions; the questions themselves are made from the pack.

words! {
    not_begun: "本期还没有开始，现在还不能回答。", "The period has not begun, so nothing can be stated yet.";
    take_back: "撤回这个回答", "Take this answer back";
    why_not_applicable: "不适用的理由", "Why it does not apply";
    why_not_applicable_needed: "请写明不适用的理由。", "Please say why it does not apply.";
    registered_incidents: "已登记的案事件", "Registered incidents";
    does_not_count: "不在本项范围内", "Does not count here";
    of_other_kind: "没有写明属于本类，本类已答没有别的", "Not said to be of this kind, and of this kind nothing else is stated";
    set_aside: "已登记，不计入本项", "Registered, not counted here";
    set_aside_hint: "留在登记里，会写进文件。填错了请编辑，改好后够得上本项范围的就计入。", "They stay in the register and in the file. If one is wrong, edit it: it counts once it is within this criterion.";
    remark_hint: "写在表格“备注”栏。不要写姓名、证件号、电话。", "Printed in the form's remark column. No names, identity numbers or telephone numbers.";
    number_missing: "请填写数字；没有就填 0。", "Enter a number; 0 if there is none.";
    number_pending: "还没有记下：按回车记下。", "Not recorded yet: press Enter to record it.";
    part_above_whole: "前一个数不能大于后一个数。", "The first number cannot be larger than the second.";
    rank_wrong: "位次从 1 开始。", "Places start at 1.";
    keys_hint: "键盘：上下左右移动，数字键或空格作答，回车到下一道没答的，回车不作答。", "Keyboard: arrows move, a number or the space bar answers, Enter goes on to the next open question and answers nothing.";
}

sentences! {
    counted_part(of: &str, count: &str): "登记的“{of}”是 {count} 起，填入", "Enter {count}, the number registered of “{of}”";
    same_whole(of: &str, total: &str): "“{of}”的总数是 {total}，填入", "Enter {total}, the total of “{of}”";
    still_to_state(days: &str): "还没有答：{days}", "Not answered yet: {days}";
    answered_by_wider(wider: &str): "跟“{wider}”一起答的。改成“不清楚”，那一项也变成“不清楚”。", "Answered together with “{wider}”; “not known” here makes that not known, too.";
    any_others(count: usize): "已登记 {count} 起。还有别的吗？", "{count} registered. Was there anything else?";
}
