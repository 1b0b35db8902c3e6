import torch

torch.manual_seed(0)
w = torch.empty(10, 784).normal_(0, 1e-3).requires_grad_()
b = torch.empty(10).normal_(0, 1e-3).requires_grad_()
x = torch.randn(1000, 784)
y = torch.randn(1000, 1)
for _ in range(100):
    loss = (x @ w.t() + b - y).pow(2).mean()
    w.grad, b.grad = None, None
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        b -= 0.1 * b.grad
