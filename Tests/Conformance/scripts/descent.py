import torch

a = torch.tensor(0.5, requires_grad=True)
b = torch.tensor(-0.5, requires_grad=True)
for step in range(100):
    loss = (a - 1) ** 2 + (b + 1) ** 2 + (a - b) ** 2
    grad_a, grad_b = torch.autograd.grad(loss, (a, b))
    with torch.no_grad():
        a -= 0.1 * grad_a
        b -= 0.1 * grad_b
print(a, b)
print(f"{loss.item():.6f}")
