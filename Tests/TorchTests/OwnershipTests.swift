import Testing

@testable import Interpreter

/// Whatever code makes with tensors is gone when it ends.
struct OwnershipTests {
  @Test(arguments: [
    "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])\ny = (x + 1) @ x.T - 2 * x\ny += 1\ny[0] = x[1, :]\ndel x, y",
    "w = torch.ones(3, requires_grad=True)\nl = (w * w).sum()\nl.backward()\ng = w.grad\nf = l.grad_fn.next_functions\ndel w, l, g, f",
    "w = torch.ones(2, requires_grad=True)\nh = w.register_hook(lambda g: g * 2)\n(w * 3).sum().backward()\nh.remove()\ndel w, h",
    "try:\n    torch.ones(2) + torch.ones(3)\nexcept RuntimeError as e:\n    s = str(e)\ndel s",
    "try:\n    torch.zeros('a', 2)\nexcept TypeError as e:\n    s = str(e)\ndel s",
    "with torch.no_grad():\n    x = torch.arange(6).view(2, 3)\n    v, i = x.max(dim=1)\n    p = [r.tolist() for r in x]\ndel x, v, i, p, r"
      .replacing(", r", with: ""),
    "f = torch.no_grad()(lambda a, b=1: a + b)\ny = f(torch.ones(1), b=2)\ndel f, y",
    "x = torch.ones(2)\nx.note = [x.shape, x.dtype, x.device]\nt = repr(x) + str(x.note) + f'{x.sum():.2f}'\ndel x.note, x, t",
    "g = torch.autograd.grad\nw = torch.ones(2, requires_grad=True)\na = g((w ** 3).sum(), [w], create_graph=True)\nb = g(a[0].sum(), w)\ndel g, w, a, b",
    "o = torch.empty(2)\nr = torch.add(torch.ones(2), 1, out=o)\nc = torch.cat((o, r), dim=0).split(2)\ndel o, r, c",
  ])
  func leavesNothing(_ code: String) {
    let session = TestSession()
    for _ in 0..<3 { #expect(session.run(code) == "") }
    let before = session.vm.heap.liveObjects
    for _ in 0..<3 { #expect(session.run(code) == "") }
    session.vm.collectCycles()
    #expect(session.vm.heap.liveObjects == before)
  }
}
