//! Words for the periods and reports of a workplace.

words! {
    heading: "报送记录", "Reports";
    not_reported: "未报送", "Not reported";
    changed_since: "报送后有修改", "Changed since the report";
    now: "现在", "Now";
    reports: "报送记录", "Reports";
    turn: "与上期比", "Against the period before";
    nothing_before: "上期没有填报", "Nothing before";
    incidents: "案事件", "Incidents";
    report_again: "请检查答案，重新签名报送；新文件替代原来的那一份。", "Check the answers, sign and report again: the new file replaces the old one.";
    year_from_quarters: "全年按全年的事实评定，各季度填过的内容自动带入；后面季度的事、补登的事都可以改变全年和已报送季度的结果。", "The year is assessed from its facts; what the quarters stated is carried over. A later quarter or a late entry can change the year and a quarter that was reported.";
}

sentences! {
    so_many(count: usize): "{count} 起", "{count}";
    with_late(count: usize, late: usize): "{count} 起，其中补登 {late} 起", "{count}, of which {late} entered late";
    turned(number: u64, day: &str, before: &str, after: &str): "第 {number} 次报送（{day}）时：{before}；现在：{after}。", "Report {number} ({day}) said {before}; now it is {after}.";
    report(number: u64, day: &str): "第 {number} 次，{day}", "No. {number}, {day}";
}
