//! Words for the screen of one unit at the township.

words! {
    heading: "单位详情", "One unit";
    files: "收到的文件", "Files received";
    counted: "计入汇总", "Counted";
    not_counted: "不计入汇总", "Not counted";
    recomputed: "重新计算结果", "Result recomputed here";
    remove_file: "移除这份文件", "Remove this file";
    removed: "已移除", "Removed";
    first_seen: "首次收到", "First seen";
    bring_back: "恢复这份文件", "Bring this file back";
    states: "文件核验", "What was checked";
    contents: "文件内容", "What the file says";
    since_before: "与上一次报送相比变了什么", "What changed since the file before";
    nothing_changed: "内容没有变化。", "Nothing it states changed.";
    before_not_here: "它替代的那一份不在这里，说不出变了什么。", "The file that it replaces is not here, so what changed cannot be told.";
    print_recognition: "打印认定表", "Print the recognition form";
    findings: "各项结果与依据", "Findings and reasons";
    everything_said: "文件里的全部内容", "Everything in the file";
    facts_problems: "填报内容的问题", "Problems in what is stated";
    save_file: "下载这份文件", "Download this file";
    print_form: "打印表格", "Print the form";
    signed_at: "签名时间", "Signed at";
    shown_file: "正在查看", "Shown below";
    show_file: "查看这份", "Show this one";
    file_name: "文件名", "File name";
    not_readable: "这份文件存下来之后读不出来了。", "This stored file can no longer be read.";
    not_readable_do: "请让该单位重新发送，再导入一次。", "Ask the unit to send it again, then import it.";
    no_such_unit: "这里没有这个单位。", "There is no such unit here.";
    back_to_table: "回到汇总表", "Back to the table";
    review: "上级复核结果", "Outcome of the review";
    not_reviewed: "没有抽查到", "Not reviewed";
    review_passed: "复核合格", "Passed";
    review_failed: "复核不合格", "Failed";
    review_hint: "目标按复核合格的单位计算；没有抽查到的，既不算合格也不算不合格。", "The target counts units that passed; one that was not reviewed has neither passed nor failed.";
    not_forwarded: "这个单位的材料还没有报来。", "Nothing of this unit has been passed up yet.";
    not_forwarded_next: "请乡镇先认定，再在“回执与意见”页面打包上报；收到后在“汇总”页面导入。", "The township decides first, then packs and passes it up on “Receipts and opinions”; import it on “Roll-up”.";
    no_file: "这个单位还没有报送。", "This unit has not reported.";
    no_file_next: "请催报，收到文件后在“导入文件”里打开。", "Remind the unit, then open its file under “Import files”.";
}
