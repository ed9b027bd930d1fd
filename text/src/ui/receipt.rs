//! Words for receipts: answering files, and what the unit sees of an answer.

words! {
    heading: "回执", "Receipts";
    signed: "已签名", "signed";
    received: "已收到", "received";
    returned: "退回", "returned";
    accepted: "已采用", "accepted";
    way: "这份文件到了哪一步", "How far this file has come";
    next_unanswered: "请把文件发给上级；收到回执后，在本页打开，这里就会更新。", "Send the file upward. When its receipt comes, open it on this page and this changes.";
    next_not_enrolled: "有一份回执在这里，签名的密钥没有登记，所以不计入。请签名的单位发来登记文件，在“密钥”里打电话核实、登记，回执随即计入。", "A receipt is here and does not count, because its key is not enrolled. Ask whoever signed it for the enrolment file, call and enrol it under “Keys”; the receipt then counts.";
    to_keys: "去登记密钥", "Enrol the key";
    next_received: "上级已收到，正在核对，请等待。", "The office has it and is checking; wait.";
    next_returned: "请按理由更正答案，重新签名报送，新文件替代原来的那一份。", "Correct the answers as the reasons say, sign and report again: the new file replaces the old one.";
    next_accepted: "已采用，不用再做什么；之后有变化，改好答案再签名报送。", "Accepted: nothing more to do. If anything changes, mend the answers and report again.";
    reasons: "退回的理由", "Why it was returned";
    answer_all: "给收到的文件签回执", "Sign receipts for the files received";
    answer_all_hint: "每份文件一条回执，合成一个文件；发到工作群里，各单位打开后只看自己的那一条。", "One receipt a file, all in one file. Send it to the group of units: each reads its own.";
    choose: "怎么回复", "Answer";
    reason: "退回的理由（写明事实，不写姓名和号码）", "Why it is returned (facts only, no names or numbers)";
    due: "最后一天", "Last day";
    due_hint: "从文件带出，可以改；没有期限就留空。", "From the document; change it, or leave it empty where there is none.";
    signed_now: "回执已签名", "The receipts are signed";
    nothing_to_answer: "没有等回执的文件。", "No file waits for a receipt.";
    unanswered: "没有回执", "no receipt";
    sent_unanswered: "已签名，没有回执", "signed, no receipt";
    all_received: "没有回执的都选“已收到”", "Choose “received” for all without a receipt";
    faulty: "退回的要写理由，最后一天要看得出是哪一天。", "Returned needs a reason, and the last day must be a day that can be read.";
    suggested_return: "文件没有计入，建议退回。", "The file does not count: return it.";
}

sentences! {
    how_many(files: usize, late: usize): "{files} 份文件，其中迟报 {late} 份", "Files: {files}, of them late: {late}";
    file_name(pack: &str, unit: &str, period: &str): "{pack}_{unit}回执_{period}.cunping.json", "{pack}_{unit}_receipts_{period}.cunping.json";
}
