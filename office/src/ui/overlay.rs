//! Words of what a document leaves to others, and of the files that bring it.

words! {
    heading: "文件留给别处规定的内容", "What the document leaves to others";
    hint: "这些内容不在文件里。拿到上级的补充文件后在这里载入；结果会注明“不是文件内容”。", "None of this is in the document. Load the supplement that brings it; results say that it is not from the document.";
    not_from_document: "不是文件内容", "Not from the document";
    missing: "还没有", "Not here yet";
    here: "已载入", "Loaded";
    choose: "载入补充文件", "Load a supplement";
    not_read: "文件读不出来。", "The file cannot be read.";
    not_read_do: "请重新选择，或请对方再发一次。", "Choose it again, or ask for it once more.";
    loaded: "已载入的补充文件", "Loaded supplements";
    remove: "移除", "Remove";
    fingerprint: "指纹", "Fingerprint";
    make: "自己填写分值和合格线", "Enter points and pass mark yourself";
    make_hint: "只有纸面文件时在这里填。填好的内容可以下载，发给各村使用同一份。", "Where there is only paper. What you enter can be downloaded and sent to the villages, so that all use the same.";
    title: "补充文件的名称", "Title of the supplement";
    issuer: "发文单位", "Issued by";
    issued: "发文日期", "Issued on";
    points: "分值", "Points";
    pass_mark: "合格线（分）", "Pass mark (points)";
    use_it: "使用", "Use it";
    score: "得分", "Score";
    trial: "试算", "Trial score";
    trial_hint: "文件没有定分值，这里各部分同等计分，不是正式得分。", "The document fixes no points; here every part weighs the same. This is not the official score.";
}

sentences! {
    who(who: &str): "由{who}提供", "From {who}";
    by(issuer: &str, day: &str): "{issuer}，{day}印发", "{issuer}, {day}";
    between(low: &str, high: &str): "现在 {low} 分，最多还能到 {high} 分", "{low} now, {high} at most";
    exactly(score: &str): "{score} 分", "{score} points";
    pass(mark: i64): "合格线 {mark} 分", "Pass mark {mark}";
    sum(sum: i64): "分值合计 {sum}，应为 100", "The points add up to {sum}; they should be 100";
}
