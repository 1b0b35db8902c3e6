import Interpreter
import Testing

/// No notebook may take the machine down with tensors.
struct LimitTests {
  @Test func refusesWhatDoesNotFit() {
    var limits = Limits()
    limits.bytes = 1 << 28
    let session = TestSession(limits: limits)
    #expect(session.run("torch.empty(10**12)").hasPrefix("RuntimeError: [enforce fail at alloc_cpu.cpp"))
    #expect(session.run("torch.zeros(2**62, 8)").hasPrefix("RuntimeError: "))
    #expect(session.run("torch.ones(2).expand(10**9, 2).tolist()").hasPrefix("MemoryError"))
    #expect(session.run("l = []\nwhile True: l.append(torch.zeros(1 << 20))").hasPrefix("RuntimeError: [enforce fail"))
    #expect(session.run("l = None; torch.ones(3).sum()") == "tensor(3.)\n")
  }

  @Test(arguments: [
    "torch.tensor([[1]] * 3)[2**62]", "torch.ones(2, 3)[:, :, 5]", "torch.zeros(-1)", "torch.ones(3)[-2**63:2**63]",
    "torch.ones(2).transpose(2**40, 0)", "x = []; x.append(x); torch.tensor(x)", "torch.ones(3).view(2**62, 4)",
    "torch.arange(0, 1e300, 1e-300)", "torch.Size([2**62, 4]).numel()", "torch.ones(2).__setitem__(slice(0), {})",
    "torch.tensor([1]).int().__add__(2**63 - 1)", "torch.manual_seed(-2**63)", "torch.full((2,), 1e400).int()",
    "torch.finfo(torch.bool)", "torch.Tensor.add(1)", "torch.Tensor.__add__(1, 2)", "torch.no_grad.__call__(1, 2)",
    "torch.Tensor.shape.__get__", "torch.device('')", "torch.device(':')",
    "torch.ones(1).to('cuda:99999999999999999999')",
    "torch.set_printoptions(precision=-5); torch.ones(2)",
    "torch.set_printoptions(edgeitems=-2, threshold=0); torch.ones(9)",
    "torch.set_printoptions(linewidth=-1); torch.ones(9)", "torch.set_printoptions(precision=400); torch.ones(2) / 3",
    "torch.set_printoptions(linewidth=-2**63); torch.ones(2, 2)", "for row in torch.zeros(2**53, 0): break",
    "torch.zeros(2**53, 0).split(1)", "torch.zeros(2**53, 0).chunk(2**53)", "torch.zeros(2**53, 0).tolist()",
    "torch.set_printoptions(edgeitems=2**63 - 1, threshold=0); torch.ones(9)",
    "torch.set_printoptions(precision=2**63 - 1)\ntorch.ones(2) / 3",
  ])
  func survives(_ code: String) {
    let session = TestSession()
    session.run(code)
    #expect(session.run("print(1)") == "1\n")
  }
}
