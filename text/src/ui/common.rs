//! Words that several screens share.

words! {
    app_name: "村评", "Cunping";
    save: "保存", "Save";
    saving: "正在保存…", "Saving…";
    not_saved: "没有保存", "Not saved";
    back: "返回", "Back";
    go_on: "继续", "Continue";
    start_using: "开始使用", "Get started";
    close: "关闭", "Close";
    cancel: "取消", "Cancel";
    change: "修改", "Change";
    edit: "编辑", "Edit";
    remove: "删除", "Remove";
    undo: "撤销", "Undo";
    retry: "再试一次", "Try again";
    print: "打印", "Print";
    yes: "是", "Yes";
    no: "否", "No";
    none: "无", "None";
    not_answered: "还没有回答", "Not answered yet";
    loading: "正在打开…", "Opening…";
    details: "详情", "Details";
    document: "文件", "Document";
    our_reading: "解读", "Our reading";
    contradiction: "文件前后不一致", "The document disagrees with itself";
    other_reading: "另一种理解", "Another reading";
    guidance: "创建措施", "Measures";
    monitors: "监控单位", "Monitoring units";
    responsible: "责任单位", "Responsible units";
    remark: "备注", "Remark";
    number_in_text: "有一处写了像证件号、电话、银行卡号或邮箱的内容，删去后才能签名。", "A text holds what looks like someone's identity, telephone or bank card number or e-mail address; take it out to sign.";
    period: "时段", "Period";
    table_pasted: "粘贴的表格", "The pasted table";
    table_look: "看要改什么", "See what changes";
    table_open: "打开 CSV 文件", "Open a CSV file";
    table_not_taken: "表格没有采用，一处也没有改：", "The table is not used, and nothing was changed:";
    table_workbook: "这是工作簿（xlsx、et），这里读不了。", "This is a workbook, which cannot be read here.";
    table_workbook_do: "请打开它，选中要用的几列，复制，粘贴到上面的框里。", "Open it, select the columns, copy them and paste them into the field above.";
    table_not_read: "浏览器读不出这份文件，或者它不是文字。", "The browser cannot read this file, or it is no text.";
    table_not_read_do: "请在表格软件里另存为“CSV”，再打开一次。", "Save it as CSV in the spreadsheet and open it again.";
    division_code: "统计用区划代码", "Division code";
    provisional: "暂定", "Provisional";
}

sentences! {
    more_lines(count: usize): "还有 {count} 行没有列出。", "Lines that are not listed: {count}.";
    /// The time as `14:03`; said only after the transaction has completed.
    saved_at(time: &str): "已保存 {time}", "Saved {time}";
    clause_of(clause: &str): "条款：{clause}", "Clause {clause}";
    with_unit(name: &str, unit: &str): "{name}（{unit}）", "{name} ({unit})";
    checked_on(day: &str): "与原文核对于 {day}", "Compared with the source on {day}";
    version_of(version: u32): "第 {version} 版", "Version {version}";
}
