import torch

torch.manual_seed(0)
x = torch.randn(100, 3)
true = torch.tensor([1.0, -2.0, 0.5])
y = x @ true + 0.25
w = torch.zeros(3, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for epoch in range(200):
    loss = (x @ w + b - y).pow(2).mean()
    loss.backward()
    with torch.no_grad():
        for parameter in (w, b):
            parameter -= 0.1 * parameter.grad
            parameter.grad = None
print([round(v, 3) for v in w.tolist()], round(b.item(), 3))
print(x[:2])
print(torch.ones(2, requires_grad=True).backward())
