//! Words around every screen: links, switches, and what is wrong with the data.

words! {
    large_type: "大字", "Large type";
    switch_workplace: "换一个工作单位", "Switch the workplace";
    switch_document: "按哪份文件看", "Document";
    switch_award: "按哪个称号看", "Award";
    menu: "菜单", "Menu";
    more: "更多", "More";
    nav_tasks: "自评", "Assess";
    nav_result: "结果", "Result";
    nav_opinions: "签署意见", "Opinions";
    nav_desk: "回执与意见", "Receipts and opinions";
    nav_incidents: "案事件", "Incidents";
    nav_answers: "回执和认定", "Receipts and decisions";
    nav_history: "报送记录", "Reports";
    nav_township: "汇总", "Roll-up";
    nav_document: "文件", "Document";
    nav_data: "数据与备份", "Data and backup";
    not_lasting: "这个窗口不能保存数据，关闭后填的内容就没有了。", "This window cannot keep data: what you enter is gone when it closes.";
    private: "这像是无痕（隐私）窗口：关掉以后，填的内容和密钥都没有了。", "This looks like a private window: what you enter and the key are gone when it closes.";
    not_lasting_do: "请换普通窗口（不要用无痕窗口）打开；继续填的话，离开前请导出或备份。", "Use an ordinary window, not a private one. If you go on, export or back up before you leave.";
    waiting_for_tabs: "另一个窗口还开着旧版本的页面，数据暂时打不开。", "Another window still runs an older version, so the data cannot be opened yet.";
    waiting_for_tabs_do: "请关闭本页面的其他窗口。", "Close the other windows of this page.";
    superseded: "另一个窗口打开了更新的版本，这里不能再保存。", "Another window runs a newer version; nothing more can be saved here.";
    superseded_do: "请刷新本页面。", "Reload this page.";
    lost: "浏览器关闭了数据库，可能是有人清理了浏览器数据。", "The browser closed the database; perhaps somebody cleared its data.";
    lost_do: "请刷新页面查看；如果数据没有了，请从备份恢复。", "Reload and look; if the data is gone, restore a backup.";
    workplace_gone: "这个工作单位已在另一个窗口删除，刚才的修改没有保存。", "This workplace was removed in another window; the last change was not saved.";
    workplace_gone_do: "请刷新页面；如果是误删，请从备份恢复。", "Reload; if that was a mistake, restore a backup.";
    taken: "另一个窗口刚保存过同一次报送。", "Another window has just saved the same report.";
    taken_do: "请刷新页面，看看已有的报送记录。", "Reload and look at the reports that are there.";
    copy_answers: "复制答案文字", "Copy the answers as text";
    failed_said: "浏览器的说明", "What the browser said";
    data_unreadable: "数据打不开，为避免损坏，页面没有继续。", "The data cannot be opened. The page stopped so as not to harm it.";
    unknown_document: "这个工作单位用的文件，本页面没有收录。", "This page does not hold the document that this workplace uses.";
    unknown_document_do: "请换用收录了该文件的版本，或换一个工作单位。", "Use a version of the page that holds it, or another workplace.";
    preparing_example: "正在准备示例，大约几秒钟……", "Preparing the example, a few seconds…";
    nothing_here: "这里还没有工作单位。", "There is no workplace yet.";
    nothing_here_do: "请先设置工作单位，或先看示例。", "Set one up first, or try the example.";
    no_such_item: "文件里没有这一项。", "The document has no such item.";
    no_such_form: "文件里没有这张表。", "The document has no such form.";
    no_such_file: "这个工作单位没有这份文件。", "This workplace has no such file.";
}

sentences! {
    not_begun(period: &str, first: &str): "{period}还没有开始，从{first}起才能填。", "{period} has not begun: it can be answered from {first} on.";
    before_first(period: &str, first: &str): "这份文件从{first}起评定，没有{period}。", "This document begins with {first} and has no {period}.";
    unread(count: usize): "有 {count} 条记录读不出来，其余没有受影响。", "Records that cannot be read: {count}. The others are not affected.";
    title(screen: &str, app: &str): "{screen} · {app}（平安创建自评）", "{screen} · {app}";
}
