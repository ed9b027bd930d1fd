//! Words for checking the answers before signing.

words! {
    to_sign: "看过了，去签名", "All looked at: to signing";
    heading: "检查答案", "Check your answers";
    lead: "签名前请逐项看一遍。", "Look through every answer before you sign.";
    open_items: "也可以先签名报送，结果写“待填”，以后答完再签一次。", "You can sign and report all the same: the result then reads “to answer”, and you sign once more when all is answered.";
    registered: "本期登记的案事件", "Incidents registered in this period";
    registered_hint: "计入的、不计入的都在这里。", "Those that count and those that do not.";
    everything_in_file: "文件里的全部内容", "Everything in the file";
    preview_hint: "下面就是文件里的全部内容，没有别的。", "This is all that the file contains.";
    responsible_hint: "签名表示：以上内容由本单位如实填报。", "Signing states that this unit reports the above truthfully.";
}

sentences! {
    not_answered(place: usize): "第 {place} 项还没有答完", "No. {place} is not fully answered";
    not_known(place: usize, word: &str): "第 {place} 项答的是“{word}”，还要查明", "No. {place} was answered with “{word}”, and is still to be found out";
}
