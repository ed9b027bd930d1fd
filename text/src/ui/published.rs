//! Words for documents that did not come with this program: loading a signed one, and its mark.

words! {
    heading: "载入别的标准文件", "Load another document";
    hint: "发文单位签名发布的标准（.cunping.json）在这里载入，本机所有工作单位都能用。", "Load a document that its office signed and published (.cunping.json); every workplace on this computer can use it.";
    choose: "选择标准文件", "Choose the document's file";
    paste_hint: "把收到的标准文件文字粘贴到这里", "Paste the text of the document's file here";
    look: "看看粘贴的标准", "Look at what was pasted";
    found: "文件里的标准", "The document in the file";
    title: "标准", "Document";
    issuers: "印发单位", "Issued by";
    area: "适用地区", "Holds for";
    version: "版本", "Version";
    content: "标准的指纹", "Fingerprint of the document";
    signer: "签名发布", "Signed by";
    number: "签名密钥的核对号码", "Comparison number of the signing key";
    key_known: "这把密钥已登记。", "This key is enrolled.";
    key_unknown: "没有登记过这把密钥，谁都可能签名发布。", "This key is not enrolled; anybody may have signed.";
    check: "村评没有核对过这份标准与原文是否一致。请用自己通讯录里的号码打电话，与发文单位核对指纹，再载入。", "This program has not checked the document against its source. Call the office at the number in your own list and compare the fingerprint before you load it.";
    load: "核对过了，载入", "Compared: load it";
    loaded: "已载入并保存。在上面的清单里可以查阅，也可以用于本单位。", "Loaded and saved. Read it in the list above, or use it here.";
    marked: "不随本软件发布", "Did not come with this program";
    hand_on: "下载，发给别人使用", "Download for others to use";
    remove: "从本机移除", "Remove from this computer";
    in_use: "有工作单位在用，不能移除。", "A workplace uses it, so it cannot be removed.";
    not_read: "文件读不出来。", "The file cannot be read.";
    not_read_do: "请重新选择，或请对方再发一次。", "Choose it again, or ask for it once more.";
    example: "这是示例，不能载入。", "This is play data and is not loaded.";
    example_do: "请向发文单位要正式发布的标准文件。", "Ask the office for the document that it published.";
    here: "这份标准已经在本机，不用再载入。", "This document is here already.";
    here_do: "请在上面的清单里查阅。", "Read it in the list above.";
    taken: "本机已有同一份标准的这个版本，内容却不同，没有载入。", "This version of the document is here with other content; nothing was loaded.";
    taken_do: "请问发文单位哪一份是正式的；改动过的应该用新的版本号。", "Ask the office which one is official; a changed one should have a new version number.";
    setup_way: "这里没有要用的标准？到文件库载入", "The document that you need is not here? Load it under Documents";
}

sentences! {
    edition(version: u32): "第 {version} 版", "Version {version}";
    signed_on(who: &str, day: &str): "{who}，签于{day}", "{who}, signed {day}";
    file_name(title: &str, version: u32): "{title}_第{version}版.cunping.json", "{title}_version_{version}.cunping.json";
}
