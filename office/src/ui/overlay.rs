//! Words of what a document leaves to others, and of the files that bring it.

words! {
    heading: "文件留给别处规定的内容", "What the document leaves to others";
    hint: "这些内容不在文件里。拿到上级的补充文件后在这里载入；结果会注明“不是文件原文”。", "None of this is in the document. Load the supplement that brings it; results say that it is not from the document.";
    not_from_document: "不是文件原文", "Not from the document";
    missing: "还没有", "Not here yet";
    here: "已载入", "Loaded";
    choose: "载入补充文件", "Load a supplement";
    not_read: "文件读不出来。", "The file cannot be read.";
    not_read_do: "请重新选择，或请对方再发一次。", "Choose it again, or ask for it once more.";
    example: "这是示例的补充文件，没有载入。", "This supplement is play data and was not loaded.";
    example_do: "请向发文单位要正式的补充文件。", "Ask its issuer for the real one.";
    loaded: "已载入的补充文件", "Loaded supplements";
    remove: "移除", "Remove";
    fingerprint: "指纹", "Fingerprint";
    make: "自己填写补充文件", "Enter a supplement yourself";
    make_hint: "只有纸面文件时在这里填。填好后可以下载，发给所辖单位使用同一份。填到一半也会保存在本机。", "Where there is only paper. Once entered it can be downloaded and sent to the villages, so that all use the same. Half of it is kept on this computer too.";
    title: "补充文件的名称", "Title of the supplement";
    issuer: "发文单位", "Issued by";
    issued: "发文日期", "Issued on";
    number: "文号（没有可不填）", "Number (may be left empty)";
    document: "补充的文件", "Supplements";
    level: "适用", "For";
    points: "分值", "Points";
    points_hint: "各部分的整数分值，合计 100；也可以按部分里的每一项给分。", "Whole points of each part, 100 in all; a part may be given by its items instead.";
    by_item: "按项给分", "Points by item";
    pass_mark: "合格线（分）", "Pass mark (points)";
    veto: "否决事项", "Veto";
    veto_hint: "勾选的项做不到就一票否决。", "An item that is ticked vetoes where it is not met.";
    settles: "文件没有写明后果的检查项", "Checks of which the document does not say what follows";
    not_settled: "没有规定", "Nothing decided";
    counts_as_met: "算做到", "Counts as met";
    counts_as_not_met: "算没做到", "Counts as not met";
    text_hint: "每行一条", "One item a line";
    use_it: "保存并使用", "Save and use it";
    edit_copy: "照此修改", "Edit a copy";
    replaces: "保存后代替原来的那一份。按原来那份报送的单位，要用新的重新报送。", "Saving replaces the one that you began from. Villages that reported under that one report again under the new one.";
    discard: "放弃填写", "Throw away what is typed";
    download: "下载，发给别人使用", "Download for others to use";
    downloaded: "已交给浏览器下载。", "Handed to the browser as a download.";
    not_downloaded: "浏览器没有下载。", "The browser did not download it.";
    mend: "还有没填好的地方，见各处说明。", "Some places are not right yet; see beside them.";
    number_wrong: "不是整数。", "No whole number.";
    number_wrong_do: "请填 0 或更大的整数。", "Enter a whole number, 0 or more.";
    decimal_wrong_do: "请填 0 或更大的数，小数位数不超过文件的写法。", "Enter a number, 0 or more, with no more decimals than the document has.";
    day_wrong: "日期不对。", "No such day.";
    day_wrong_do: "请写成 2026-03-31 这样的日期。", "Write a day such as 2026-03-31.";
    line_wrong: "没有填，或太长。", "Empty, or too long.";
    line_wrong_do: "请填写，最多 200 个字。", "Fill it in, with at most 200 characters.";
    text_wrong: "太长。", "Too long.";
    text_wrong_do: "最多 100 条，每条不要太长。", "At most 100 items, none of them too long.";
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
    sum_short(sum: i64, rest: i64): "分值合计 {sum}，还差 {rest}", "The points add up to {sum}; {rest} are missing";
    sum_over(sum: i64, over: i64): "分值合计 {sum}，多了 {over}", "The points add up to {sum}, {over} too many";
    sum_right(sum: i64): "分值合计 {sum}，正好", "The points add up to {sum}, as they should";
    decimals_wrong(decimals: u8): "不是数字，或小数多于 {decimals} 位。", "No number, or more than {decimals} decimals.";
    decimals(decimals: u8): "最多 {decimals} 位小数", "At most {decimals} decimals";
}
