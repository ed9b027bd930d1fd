//! Words for the library: the documents that are here, and the comparison of two.

words! {
    library: "文件库", "Documents";
    library_hint: "每份文件都可以查阅、检索，也可以两份对照。", "Read and search every document, or put two side by side.";
    read: "查阅", "Read";
    follow: "用于本单位", "Use here";
    unfollow: "本单位不再使用", "Stop using here";
    followed: "本单位在用", "In use here";
    last_one: "至少要留一份文件。", "At least one document has to stay.";
    kept: "停用后，已填的内容仍然保留。", "What was answered stays.";
    heading: "两份文件对照", "Two documents side by side";
    choose_left: "左边的文件", "Left";
    choose_right: "右边的文件", "Right";
    put_beside: "对照", "Compare";
    differs: "两份都问，口径不同", "Both ask, and differ in what counts";
    same: "两份都问，口径相同", "Both ask the same";
    not_asked: "不问", "Does not ask";
    what: "事项", "What";
}

sentences! {
    serves(count: usize): "这一回答用于 {count} 项", "Criteria that this answer serves: {count}";
    only(document: &str): "只有《{document}》问", "Only {document} asks";
    criteria(count: usize): "{count} 项", "Criteria: {count}";
}
