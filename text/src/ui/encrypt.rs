//! Words for encrypting files to an office, and for decrypting received ones.

words! {
    no_worker: "加密程序没有启动，没有签名。", "The encryption program did not start; nothing was signed.";
    no_worker_do: "请检查网络后刷新页面，再试一次。", "Check the network, reload the page and try again.";

    heading: "加密后发送（可选）", "Send it encrypted (optional)";
    hint: "转发、误发时，别的人打不开，只有选中的单位和本单位打得开。不加密也能正常报送。", "If it is forwarded or sent to somebody else, nobody but the chosen office and this one can open it. Unencrypted files are just as good.";
    to: "加密给谁？", "Encrypted to whom?";
    nobody: "不加密", "Not encrypted";
    download: "下载加密的文件", "Download the encrypted file";
    working: "正在加密并核对…", "Encrypting and checking…";
    checked: "已加密，并用本单位的密钥打开核对过，内容完全相同。", "Encrypted, opened again with this unit's own key, and found to be the same.";
    unseen: "对方能不能打开，这里查不了：请对方收到后说一声。", "Whether the other side can open it cannot be seen from here: ask it to say so.";
    failed: "没有加密成功，上面没有加密的文件还可以发送。", "It was not encrypted. The unencrypted file can still be sent.";
    not_the_same: "加密后的文件打开核对时不一样，没有采用。请再试一次。", "The encrypted file did not open to the same text and was not used. Try again.";
    locked: "加密后要用本单位的密钥打开核对，请先解锁。", "The encrypted file is opened again with this unit's own key to check it: unlock that first.";
    none_enrolled: "这里还没有登记收件单位的密钥，所以不能加密。请先在“密钥与登记”登记对方的密钥。", "No key of the receiving office is enrolled here, so nothing can be encrypted to it. Enrol it on “Keys and enrolment” first.";
    to_keys: "到“密钥与登记”", "To “Keys and enrolment”";

    locked_files_do: "输入口令后继续导入；口令不对也不会丢，可以再试。", "Type the passphrase and the import goes on. A wrong one loses nothing; try again.";
    put_off: "先不打开", "Not now";
    mark: "加密发来", "came encrypted";

    not_ours: "这份文件不是加密给本单位的，打不开。", "This file is not encrypted to this unit and cannot be opened here.";
    not_ours_todo: "请对方加密给本单位现在的密钥，或直接发送没有加密的文件。本单位换过密钥的，请先把新的登记文件发给对方。", "Ask the sender to encrypt it to this unit's present key, or to send it unencrypted. If this unit has changed its key, send the new enrolment file first.";
    not_ours_some_locked: "这份文件不是加密给本单位的；这台电脑上别的工作身份还锁着，没有试过。", "This file is not encrypted to this unit; other workplaces of this browser are locked and were not tried.";
    not_ours_some_locked_todo: "如果是发给别的工作身份的，请切换过去解锁，再导入一次；不是，就请对方重新发送。", "If it is meant for one of them, switch to it, unlock it and import again; if not, ask the sender for another file.";
    too_many: "等待口令的加密文件太多，这一份没有导入。", "Too many encrypted files are waiting for the passphrase; this one was not imported.";
    too_many_todo: "请先解锁，再导入一次。", "Unlock the key first, then import it again.";
    inside: "加密的文件里还是加密的，没有打开。", "What was encrypted is encrypted once more, and was not opened.";
    inside_todo: "请对方只加密一次，重新发送。", "Ask the sender to encrypt it once only.";

    identity_heading: "用 age 工具打开（给懂技术的人）", "Opening with the age tool (for technicians)";
    identity_hint: "加密给本单位的文件是通用的 age 格式。把下面的 age 私钥存成文件 key.txt，就能在别的电脑上用 age 工具打开：", "Files encrypted to this unit are ordinary age files. With the identity below in a file key.txt, the age tool opens them on any computer:";
    identity_warning: "拿到这段文字的人，能打开加密给本单位这把密钥的所有文件。它不能签名。不要用微信发送，用完请删掉。", "Whoever has this text can open every file that is encrypted to this key of the unit. It cannot sign. Do not send it by messenger, and delete it after use.";
    identity_understood: "我明白，显示 age 私钥", "I understand: show the age identity";
    identity_hide: "收起", "Hide it";
    identity: "age 私钥", "age identity";
    identity_copy: "复制后粘贴到 key.txt，只留这一行。", "Copy it into key.txt, this one line and nothing else.";
}

sentences! {
    encrypt_to(name: &str): "加密给{name}（只有对方和本单位能打开）", "Encrypt it to {name} (nobody but it and this unit can open it)";
    encrypt_to_all(count: usize): "加密给文件里的 {count} 个单位（只有这些单位和本单位能打开）", "Encrypt it to the {count} units that it is about (nobody but they and this unit can open it)";
    without(names: &str): "{names}：登记的密钥没有加密公钥，不能加密。请对方重新生成登记文件，发来导入。", "{names}: the enrolled key has no encryption key, so nothing can be encrypted to it. Ask for a new enrolment file and import it here.";
    file_ready(name: &str): "加密的文件：{name}", "Encrypted file: {name}";
    locked_files(count: usize): "有 {count} 份加密的文件，要先解锁本单位的密钥才能打开。", "{count} encrypted files wait for this unit's key to be unlocked.";
    came(count: usize): "其中 {count} 份是加密发来的。", "{count} of them came encrypted.";
    for_other(name: &str): "这份文件是加密给这台电脑上的另一个工作身份“{name}”的，没有导入。", "This file is encrypted to another workplace of this browser, {name}, and was not imported.";
    for_other_todo(name: &str): "请切换到“{name}”，再导入一次。", "Switch to {name} and import it again.";
}
