//! Words for what offices sent back to a unit: receipts, decisions, opinions.

words! {
    heading: "回执和认定", "Receipts and decisions";
    intro: "收到上级发回的文件后，在这里打开，就能看到报送到了哪一步、要不要更正。", "Open what the office sent back: it shows how far your files have come, and what to correct.";
    nothing_sent: "还没有报送过。", "Nothing has been reported yet.";
    done: "（已完成）", " (done)";
    not_yet: "（还没有）", " (not yet)";
    mend: "去更正答案", "Correct the answers";
    others: "收到的意见，和没有采用的文件", "Opinions, and files that were not used";
    next_returned: "已退回：请按下面的理由更正答案，重新签名报送。", "Sent back: mend the answers as the reasons below say, sign and report again.";
    next_qualified: "已认定达标，不用再做什么。", "Found qualified: nothing more is to be done.";
    next_not_qualified: "已认定不达标，理由写在下面；有疑问请打电话问认定单位。", "Found not qualified, for the reasons below; telephone the office with any question.";
    next_removed: "命名已取消，理由写在下面；有疑问请打电话问认定单位。", "The name was taken back, for the reasons below; telephone the office with any question.";
    to_history: "报送记录", "Reports";
    no_such_file: "收到的回执或认定不是答复这里的文件。", "A receipt or decision answers no file that is here.";
    no_such_file_do: "可能是在别的电脑上签的名；请在那台电脑上打开，或先恢复备份。", "The file may have been signed on another computer: open it there, or restore a backup first.";
}

sentences! {
    opinion_of(agreed: usize, objected: usize): "同意 {agreed} 项，有异议 {objected} 项。", "Agreed on {agreed}, objected to {objected}.";
}
