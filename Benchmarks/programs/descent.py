import torch

a = torch.tensor(0.5, requires_grad=True)
b = torch.tensor(-0.5, requires_grad=True)
for _ in range(2000):
    loss = (a - 1) ** 2 + (b + 1) ** 2 + (a - b) ** 2
    da, db = torch.autograd.grad(loss, (a, b))
    with torch.no_grad():
        a -= 0.1 * da
        b -= 0.1 * db
