//! Words for the table of units. Its rates and targets are made from the tally.

words! {
    heading: "汇总", "Roll-up";
    table: "单位与项目", "Units and criteria";
    unit: "单位", "Unit";
    verdict: "结果", "Verdict";
    state: "文件状态", "State of the file";
    not_reported: "未报", "Not reported";
    copy_missing: "复制未报名单", "Copy the list";
    targets: "创建目标", "Targets";
    no_target: "这一年文件没有规定目标。", "The document sets no target for this year.";
    target_needs_year: "目标按全年结果计算。", "Targets are counted for the whole year.";
    reviews: "复核结果", "Reviews";
    reviews_in: "从表格读入复核结果", "Read reviews from a table";
    reviews_in_hint: "每行：区划代码、文件、级别、年、结果（合格或不合格），与“下载复核结果”的一样。先看要改什么，再记下。", "In each line: division code, document, level, year, outcome (passed or failed), as in the downloaded reviews. You see what changes before anything does.";
    reviews_in_take: "记下这些结果", "Record these outcomes";
    reviews_in_nothing: "这些结果都记过了，没有要改的。", "All of these are recorded already; nothing changes.";
    download_reviews: "下载复核结果（CSV）", "Download the reviews (CSV)";
    download_table: "下载表格", "Download the table";
    table_hint: "表格用 WPS、Excel 打开。", "The table opens in WPS and Excel.";
    sheet_units: "逐个单位", "Units";
    sheet_tally: "总体情况", "How they stand";
    units: "个数", "Number of units";
    provisional_as_of: "暂定，截至", "Provisional, as of";
    sequence: "第几次报送", "Report no.";
    only_problems: "只看有问题的", "Only those with problems";
    only_missing: "只看未报的", "Only those missing";
    everything: "全部", "All";
    one_away: "只差一项的单位", "One criterion away";
    only_not_met: "只看未达到的", "Only those not met";
    show_more_rows: "再显示一些", "Show more";
    fine: "正常", "Fine";
    out: "不计入", "Does not count";
    unsettled: "有几份文件互相冲突，都不计入", "Several files contradict one another; none counts";
    unsettled_do: "请打电话问清哪一份算数，打开本单位，移除其余的。", "Ask by telephone which one counts, open the unit and remove the others.";
    unexpected: "不在应报名单", "Not on the list";
    unexpected_do: "不计入比例。请核对单位代码，或让发送单位确认。", "Left out of the rate. Check its code, or ask the sender.";
    criteria_key: "项目对照", "The criteria by number";
    the_whole: "总体结果", "the verdict";
    copy_table: "复制表格", "Copy the table";
    first_seen: "首次收到", "First seen";
    other_files: "不属于这张表的文件", "Files that are not in this table";
    other_files_hint: "时段不同的，请切换时段查看；其余的不计入任何表。", "Files of another period are in its table; the others count nowhere.";
    keys_not_enrolled: "密钥还没有登记：自评照常计入，来源请打电话核实；部门的文件要登记密钥以后才计入。", "Keys are not enrolled yet: assessments count, and where they come from is to be asked by telephone; what offices sign counts once their keys are enrolled.";
    how_they_stand: "总体情况", "How they stand";
    late: "补登", "Entered late";
    removed_one: "已移除一份文件。", "One file was removed.";
    half_how: "各单位按季度报送，半年由两个季度合成：两个季度都全部实现的，才是全部实现；有一个季度有未实现项的，就是有未实现项；还缺一个季度的，待定。", "Units report by quarter, and the half-year is made of both: all achieved in both quarters, not all achieved if one quarter was not, open while a quarter is missing.";
    half_open: "待定", "Open";
    half_units: "各单位", "Every unit";
    half_criteria: "有未实现项的单位", "Units with something not achieved";
    not_a_collector: "这个工作单位不汇总其他单位的文件。", "This workplace collects no other unit's files.";
}

sentences! {
    reviews_in_would(passed: usize, failed: usize, changed: usize): "要记下：合格 {passed} 个，不合格 {failed} 个，其中 {changed} 个与已记的不同。", "To be recorded: {passed} passed, {failed} failed, {changed} of them other than recorded.";
    reviews_in_done(count: usize): "已记下 {count} 个复核结果。", "{count} outcomes recorded.";
    reviews_in_line(year: &str, unit: &str, outcome: &str): "{year} {unit}：{outcome}", "{year} {unit}: {outcome}";
    half_unit(name: &str, quarters: &str): "{name}（{quarters}）", "{name} ({quarters})";
    half_asked(who: &str, what: &str, clause: &str): "{who}每半年{what}（{clause}）。", "{who}: {what}, every half-year ({clause}).";
    late_one(day: &str, stated: &str): "{day}的事，{stated}补登", "of {day}, entered on {stated}";
    seen_on(day: &str): "{day}收到", "seen {day}";
    differs(items: &str): "自报结果与重新计算的不同：{items}。", "The claim differs from what was recomputed: {items}.";
    item(number: usize): "第 {number} 项", "criterion {number}";
    not_counted_units(count: usize): "“未报”里有 {count} 个单位发来了文件，但有冲突或问题，不计入。", "Of those not reported, {count} sent files that contradict one another or have a problem, and do not count.";
    filter(what: &str, count: usize): "{what} {count} 个", "{what} ({count})";
    rows_left(count: usize): "还有 {count} 个单位没有显示。", "{count} more units are not shown.";
    one_away_from(unit: &str, criterion: &str): "{unit}：差“{criterion}”", "{unit}: “{criterion}”";
}
