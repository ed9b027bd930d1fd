//! Words for registering an incident. There must be no word for a field that holds a person.

words! {
    heading_new: "登记案事件", "Register an incident";
    heading_edit: "修改案事件", "Change an incident";
    day: "发生日期", "Day it happened";
    day_hint: "按发生日期归入时段；补登的会注明登记日期。", "It belongs to the period of this day; a late entry shows when it was made.";
    day_missing: "请填写发生日期。", "Enter the day it happened.";
    day_wrong: "没有这一天。", "There is no such day.";
    day_outside: "这一天不在本期内。", "This day lies outside the period.";
    day_future: "不能填今天以后的日期。", "The day cannot lie in the future.";
    category_missing: "请至少选一类。", "Choose at least one category.";
    attribute_unknown: "不清楚", "Not known";
    attribute_unknown_hint: "不清楚的内容会让结果保持待填。", "What is not known keeps the result open.";
    narrower: "更具体的类别（选填）", "More exactly (optional)";
    also: "这起案事件还属于（选填）", "It also belongs to (optional)";
    add: "登记", "Register";
    update: "保存修改", "Save the change";
    removed: "已删除", "Removed";
    not_asked: "按现在这份文件，没有项目问到这一类", "The present document asks about none of this kind";
    is_of_this: "属于本类，补填", "It is one of these: say so";
    no_who: "只登记事，不登记人。", "What happened, never who.";
}

sentences! {
    kind_open(name: &str, none: &str): "下面登记的没有写明是不是{name}。是的，请点“属于本类，补填”；都不是，请在上面选“{none}”。", "These were registered without saying whether they are of this kind: {name}. Say so where one is; where none is, choose “{none}” above.";
    entered_late(day: &str): "{day}补登", "Entered late on {day}";
    read_as(amount: &str): "读作 {amount}", "read as {amount}";
    counts_in(titles: &str): "计入：{titles}", "Counts at: {titles}";
    set_aside_in(titles: &str): "已登记，不计入：{titles}", "Registered, not counted at: {titles}";
}
