//! Words for the first visit.

words! {
    heading: "先自评，再上报", "Assess first, then report";
    lead: "对照文件逐项回答，当场看到结果；填完自动生成一个文件，发给乡镇。", "Answer item by item and see the result at once. When you are done, the page makes one file to send to the township.";
    stays_here: "数据只保存在这台电脑的这个浏览器里，不会自动上传到任何地方。", "What you enter stays in this browser on this computer. Nothing is uploaded.";
    no_names: "不登记任何人的姓名、证件号、电话。", "No names, identity numbers or telephone numbers are kept.";
    needs_no_network: "这是从磁盘打开的网页文件，什么都不用联网。", "This page file was opened from disk. Nothing in it needs a network.";
    works_offline: "页面打开几秒以后，断网也能填写、签名、打印；导入文件和加密第一次用时要联网。", "A few seconds after the page has opened you can answer, sign and print without a network; importing files and encrypting need it the first time.";
    try_example: "先看示例", "Try the example";
    try_example_hint: "示例是虚构的 13 个单位，随时一键清除。", "The example has 13 invented units and goes with one click.";
    restore_backup: "从备份恢复", "Restore from a backup";
    restore_backup_hint: "换了电脑、清理过浏览器的，从备份恢复。", "Restore after a new computer or a cleaned browser.";
    how_it_works: "三步完成", "Three steps";
    setup: "选单位", "Choose your unit";
    setup_how: "选好村，适用的文件自动勾上。", "The documents that apply to it are ticked for you.";
    answer: "逐项回答", "Answer item by item";
    answer_how: "没有发生的点一下，发生过的登记下来；边填边存。", "One press where nothing happened, a few entries where something did. Every answer is saved at once.";
    send: "发给乡镇", "Send it to the township";
    send_how: "生成的文件用微信发给乡镇；表格可以打印盖章。", "Send the file by messenger. The form can be printed and sealed.";
    documents: "能按这些文件自评", "Documents to assess by";
    documents_others: "没有你们的？乡镇发来的文件，设置时可以载入。", "Yours is not here? While you set up you can load one that the township sends.";
}
