view = memoryview(bytearray(b"abcdef"))
far = view[:: 2**62][:: 2**62][:: 2**62]
assert far.tolist() == [97]
assert far[1:].tolist() == [] and far[::-1].tolist() == [97]
assert far[1:][1:].tolist() == []
far[0] = 98
assert view[0] == 98
assert view[:: -(2**63)][:: -(2**63)].tolist() == [102]
