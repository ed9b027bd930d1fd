//! Words for signed roll-ups: the one that an office sends up, and those received from below.

words! {
    hint: "文件里有每个单位的结果和所依据的文件编号，没有备注，也没有案事件。", "It holds each unit's verdict and which file it rests on; no remarks and no incidents.";
    sign: "签名汇总文件", "Sign the roll-up";
    again: "再签一份，替代上一份", "Sign another that replaces the last";
    nothing: "还没有可以汇总的单位文件。", "No unit's file counts yet.";
    unchanged: "与现在的汇总相同，不必再报。", "Nothing has changed since.";
    changed: "之后汇总有变化，请再签一份。", "It has changed since: sign another.";
    open: "打开这一份", "Open it";
    area: "报送单位", "Sent by";
    none_yet: "还没有收到汇总文件。", "No roll-up has arrived yet.";
    none_yet_next: "请下级在“汇总”页面签名汇总文件，用微信等发来，在本页导入。", "Ask those below to sign theirs on their roll-up screen and send it; import it on this page.";
    without_base: "有下级没有报来汇总，它们的单位按名录计入应报、算未报。", "Some have not sent a roll-up; their units, as far as they are known, count as not reported.";
    reviews_hint: "按抽查或复核结果计算的目标，汇总文件里没有依据，这里不算达到。", "Targets that count offices' reviews cannot be told from roll-ups.";
}

sentences! {
    heading(lower: &str): "{lower}的汇总文件", "The signed roll-up ({lower})";
    to(receiver: &str): "报送{receiver}：点下面的按钮签名，再把文件发过去。", "For {receiver}: sign below, then send the file.";
    of_areas(upper: &str, lower: &str): "各{upper}汇总的{lower}", "What each {upper} counted ({lower})";
    last(day: &str, number: &str): "上次签名：{day}，{number}。", "Last signed: {day}, {number}.";
    table(upper: &str): "各{upper}汇总", "Roll-up of each {upper}";
}
