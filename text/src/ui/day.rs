//! Words about a day that somebody types.

words! {
    hint: "如 2027-1-10、2027/1/10 或 2027年1月10日", "Such as 2027-1-10, 2027/1/10 or 2027.1.10";
    unreadable: "看不出是哪一天。年份写四位，按年、月、日的次序，如 2027-1-10。", "This is no day that can be read. Write the year with four digits, then month and day, such as 2027-1-10.";
    clock_back_do: "请核对电脑的日期：日期不对，答题、签名和收到的日期都会不对。日期没有错的，请更正写着以后日期的内容。", "Check the computer's date: with a wrong one, the days of statements, signatures and receipts are wrong too. If it is right, correct what bears a later day.";
    after_today: "这一天还没有到，不能晚于今天。", "This day has not come yet: it cannot be after today.";
}

sentences! {
    clock_back(today: &str, last: &str): "电脑的日期是{today}，可是这里已经有写着{last}的内容。", "The computer says that today is {today}, but there are records of {last} here.";
    read_as(day: &str): "读作{day}", "read as {day}";
}
