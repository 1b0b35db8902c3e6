import Testing

@testable import Torch

/// Names that PyTorch has and nbcheck lacks are told from names that nobody has.
struct AvailabilityTests {
  @Test(arguments: [
    ("torch.foo", "AttributeError: module 'torch' has no attribute 'foo'"),
    ("torch.vmap", "NotImplementedError: torch.vmap is not available in nbcheck"),
    ("torch.ones(1).foo", "AttributeError: 'Tensor' object has no attribute 'foo'"),
    ("torch.ones(1).sparse_mask", "NotImplementedError: Tensor.sparse_mask is not available in nbcheck"),
    ("torch.cuda.Stream", "NotImplementedError: torch.cuda.Stream is not available in nbcheck"),
    ("import torch.distributed", "NotImplementedError: torch.distributed is not available in nbcheck"),
    ("import torch.foo", "ModuleNotFoundError: No module named 'torch.foo'"),
    ("from torch import vmap", "NotImplementedError: torch.vmap is not available in nbcheck"),
    ("torch.tensor([1j])", "NotImplementedError: complex tensors are not available in nbcheck"),
    ("torch.ones(1).numpy()", "NotImplementedError: Tensor.numpy is not available in nbcheck"),
  ])
  func saysWhoseGapItIs(_ code: String, _ message: String) {
    #expect(TestSession().run(code) == message + "\n")
  }

  @Test func knowsPyTorchsNames() {
    #expect(Names.unavailable("einsum", in: "torch") != nil)
    #expect(Names.unavailable("einsums", in: "torch") == nil)
    #expect(Names.isTensorAttribute("cumprod_"))
  }
}
