def build(n):
    text = ""
    for i in range(n):
        text += f"{i},"
    return len(text.split(","))


build(300_000)
