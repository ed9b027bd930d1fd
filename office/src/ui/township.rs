//! Words of the roll-up table; its rates and targets are made from the tally.

words! {
    heading: "汇总", "Roll-up";
    empty: "还没有导入文件。", "No files imported yet.";
    empty_next: "打开、拖入或粘贴各单位发来的文件。", "Open, drop or paste the files that the units sent.";
    table: "单位与项目", "Units and criteria";
    unit: "单位", "Unit";
    verdict: "结果", "Verdict";
    state: "文件状态", "State of the file";
    not_reported: "未报", "Not reported";
    missing_units: "还没有报送的单位", "Units that have not reported";
    nobody_missing: "应报单位都已报送。", "Every expected unit has reported.";
    copy_missing: "复制未报名单", "Copy the list";
    rate: "比例", "Rate";
    targets: "创建目标", "Targets";
    no_target: "这一年文件没有规定目标。", "The document sets no target for this year.";
    target_needs_year: "目标按全年结果计算。", "Targets are counted for the whole year.";
    expected_units: "应报单位", "Expected units";
    edit_expected: "核对应报单位", "Check the expected units";
    download_csv: "下载表格（CSV）", "Download the table (CSV)";
    only_problems: "只看有问题的", "Only those with problems";
    only_missing: "只看未报的", "Only those missing";
    everything: "全部", "All";
    one_away: "只差一项的单位", "One criterion away";
    not_enrolled: "尚未登记密钥", "Key not enrolled yet";
}

sentences! {
    units(count: usize): "{count} 个单位", "{count} units";
}
