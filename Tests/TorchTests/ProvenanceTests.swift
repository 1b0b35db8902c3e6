import Testing

/// The machine learns what was made out of draws that the notebook did not seed.
struct ProvenanceTests {
  @Test(arguments: [
    "torch.rand(1).item()", "torch.rand(2).tolist()", "float(torch.rand(1))", "bool(torch.rand(1))",
    "torch.randint(3, (1,)).__index__()", "torch.equal(torch.rand(2), torch.rand(2))",
    "torch.tensor([torch.rand(1), 1.0])",
    "0.5 in torch.rand(3)", "torch.arange(3)[torch.randint(3, ())]", "torch.seed()",
  ])
  func notesNumbers(_ code: String) {
    let session = TestSession()
    session.run("x = " + code)
    #expect(session.vm.drewUnseeded)
    let seeded = TestSession()
    seeded.run("torch.manual_seed(1)\nx = " + code)
    #expect(seeded.vm.drewUnseeded == (code == "torch.seed()"))
  }

  @Test(arguments: [
    "print(torch.rand(1) + 1)", "str(torch.randn(2)[0])", "f'{torch.rand(2).sum():.2f}'", "torch.randperm(4)",
  ])
  func notesText(_ code: String) {
    let session = TestSession()
    session.run(code)
    #expect(session.vm.showedUnseeded && !session.vm.drewUnseeded)
    let seeded = TestSession()
    seeded.run("torch.manual_seed(1)\n" + code)
    #expect(!seeded.vm.showedUnseeded)
  }
}
