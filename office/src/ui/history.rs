//! Words of the periods and reports of a workplace.

words! {
    heading: "历次自评", "Earlier assessments";
    empty: "还没有自评过。", "Nothing assessed yet.";
    empty_next: "选一个时段开始自评。", "Choose a period to begin.";
    begin_period: "开始新的时段", "Begin another period";
    current: "正在填", "In progress";
    reported: "已报送", "Reported";
    not_reported: "未报送", "Not reported";
    changed_since: "报送后有修改", "Changed since the report";
    now: "现在", "Now";
    reports: "报送记录", "Reports";
    open_period: "打开", "Open";
    year_from_quarters: "全年按全年的事实评定，各季度填过的内容自动带入。", "The year is assessed from its facts; what the quarters stated is carried over.";
}

sentences! {
    report(number: u64, day: &str): "第 {number} 次，{day}", "No. {number}, {day}";
}
