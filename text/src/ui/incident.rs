//! Words for registering an incident, and for the screen of all of them. There must be no word for a field that holds a
//! person.

words! {
    heading: "案事件", "Incidents";
    lead: "本期登记的每一起都在这里，写明计入哪一项、不计入哪一项。", "Everything registered in this period is here, with where it counts and where it does not.";
    list: "登记的案事件", "Registered incidents";
    none_yet: "本期还没有登记案事件。发生了事，点“登记一起案事件”；没有发生的，到自评项目里答“本期未发生”。", "Nothing is registered in this period. If something happened, press “Register an incident”; if nothing did, answer “None in this period” among the criteria.";
    not_begun: "本期还没有开始，现在还不能登记。", "The period has not begun, so nothing can be registered yet.";
    begin: "登记一起案事件", "Register an incident";
    once_more: "再登记一起", "Register one more";
    which_kind: "是哪一类？选最接近的，后面还可以补充。", "Which kind was it? Choose the closest; more can be added below.";
    to_criteria: "回到自评项目", "Back to the criteria";
    heading_new: "登记案事件", "Register an incident";
    heading_edit: "修改案事件", "Change an incident";
    day: "发生日期", "Day it happened";
    day_hint: "按发生日期归入时段；补登的会注明登记日期。", "It belongs to the period of this day; a late entry shows when it was made.";
    day_missing: "请填写发生日期。", "Enter the day it happened.";
    day_wrong: "没有这一天。", "There is no such day.";
    day_future: "不能填今天以后的日期。", "The day cannot lie in the future.";
    category_missing: "请至少选一类。", "Choose at least one category.";
    attribute_unknown: "不清楚", "Not known";
    attribute_unknown_hint: "没有就填 0。不清楚的可以不填，结果会保持待填。", "Enter 0 if there was none. What is not known may stay empty; the result then stays open.";
    note: "发生了什么（选填，一句话，不写姓名）", "What happened (optional, a few words, no names)";
    nobody_hurt: "没有伤亡", "Nobody died or was seriously hurt";
    likely: "它是不是下面这些？是的请打勾。", "Was it one of these? Tick what fits.";
    also: "还属于别的类别吗？（选填）", "Does it belong to other categories? (optional)";
    add: "登记", "Register";
    update: "保存修改", "Save the change";
    added: "已登记。", "Registered.";
    updated: "已改好。", "Changed.";
    removed: "已删除", "Removed";
    resumed: "上次没填完，已填的都在。", "You did not finish this earlier; what you typed is still here.";
    start_over: "不要了，重新填", "Discard it and start again";
    go_on: "接着填", "Go on with it";
    discard: "不要了", "Discard it";
    counts: "计入：", "Counts at:";
    not_counted: "不计入：", "Not counted at:";
    counts_nowhere: "现在不计入任何一项。", "It counts at no criterion.";
    not_asked: "按现在这份文件，没有项目问到这一类", "The present document asks about none of this kind";
    is_of_this: "属于本类，补填", "It is one of these: say so";
    no_who: "只登记事，不登记人。", "What happened, never who.";
}

sentences! {
    day_outside(days: &str): "这一天不在本期内，本期是{days}。", "This day lies outside the period, which is {days}.";
    is_it(name: &str): "是不是{name}？", "Was it this: {name}?";
    unfinished(which: &str): "有一起没填完的案事件：{which}", "One incident is only half filled in: {which}";
    place(number: usize, title: &str): "第 {number} 项 {title}", "No. {number} {title}";
    also_counts(places: &str): "也计入{places}。", "It counts also at {places}.";
    counts_at(places: &str): "计入{places}。", "It counts at {places}.";
    not_counted_at(place: &str, why: &str): "不计入{place}：{why}。", "It does not count at {place}: {why}.";
    of_other_kind(name: &str): "没有登记为{name}，这一类已答没有别的", "not registered as one of these, and nothing else of this kind is stated: {name}";
    kind_open(name: &str, none: &str): "下面登记的没有写明是不是{name}。是的，请点“属于本类，补填”；都不是，请在上面选“{none}”。", "These were registered without saying whether they are of this kind: {name}. Say so where one is; where none is, choose “{none}” above.";
    entered_late(day: &str): "{day}补登", "Entered late on {day}";
    read_as(amount: &str): "读作 {amount}", "read as {amount}";
    counts_in(titles: &str): "计入：{titles}", "Counts at: {titles}";
    set_aside_in(titles: &str): "已登记，不计入：{titles}", "Registered, not counted at: {titles}";
}
