// Thirty-two counts that must be zero, and a verdict. Keeps nothing.
const inputs = [...document.querySelectorAll('input')];
function judge() {
  let open = 0;
  let broken = 0;
  for (const input of inputs) {
    const finding = input.value === '' ? '待填' : Number(input.value) === 0 ? '是' : '否';
    open += finding === '待填';
    broken += finding === '否';
    const output = input.closest('p').querySelector('output');
    if (output.textContent !== finding) output.textContent = finding;
  }
  const verdict = broken ? '未达标' : open ? `待填 ${32 - open}/32` : '达标';
  document.getElementById('verdict').textContent = verdict;
}
document.addEventListener('input', judge);
judge();
