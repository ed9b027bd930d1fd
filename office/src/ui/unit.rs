//! Words of one unit's page at the township.

words! {
    heading: "单位详情", "One unit";
    files: "收到的文件", "Files received";
    counted: "计入汇总", "Counted";
    not_counted: "不计入汇总", "Not counted";
    claimed: "文件自报结果", "Result the file claims";
    recomputed: "重新计算结果", "Result recomputed here";
    incidents: "登记的案事件", "Registered incidents";
    remarks: "备注", "Remarks";
    no_incidents: "没有登记案事件。", "No incidents registered.";
    no_remarks: "没有备注。", "No remarks.";
    remove_file: "移除这份文件", "Remove this file";
    removed: "已移除", "Removed";
    first_seen: "首次收到", "First seen";
    key: "密钥", "Key";
    no_file: "这个单位还没有报送。", "This unit has not reported.";
    no_file_next: "请催报，收到文件后在“导入文件”里打开。", "Remind the unit, then open its file under “Import files”.";
}
