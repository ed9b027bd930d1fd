//! Words for the first visit.

words! {
    heading: "先自评，再上报", "Assess first, then report";
    lead: "对照文件逐项自评，当场看到结果和依据，打印表格，发送一个签名文件。", "Answer item by item against the document, see the result and its reasons at once, print the form, send one signed file.";
    stays_here: "数据只保存在这台电脑的这个浏览器里，不会自动上传到任何地方。", "What you enter stays in this browser on this computer. Nothing is uploaded.";
    no_names: "不登记任何人的姓名、证件号、电话。", "No names, identity numbers or telephone numbers are kept.";
    needs_no_network: "这是从磁盘打开的网页文件，什么都不用联网。", "This page file was opened from disk. Nothing in it needs a network.";
    works_offline: "页面打开几秒以后，断网也能填写、签名、打印；导入文件和加密第一次用时要联网。", "A few seconds after the page has opened you can answer, sign and print without a network; importing files and encrypting need it the first time.";
    try_example: "先看示例", "Try the example";
    try_example_hint: "示例是虚构的 13 个单位，随时一键清除", "the example has 13 invented units and goes with one click";
    restore_backup: "从备份恢复", "Restore from a backup";
    restore_backup_hint: "换了电脑或浏览器被清理过，从备份恢复", "restore after a new computer or a cleaned browser";
    how_it_works: "三步完成", "Three steps";
    step_setup: "选文件、选单位", "Choose the document and your unit";
    step_answer: "逐项回答", "Answer item by item";
    step_send: "打印、签名、发送", "Print, sign, send";
}
