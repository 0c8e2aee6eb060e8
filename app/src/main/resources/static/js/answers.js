// What the server said to something a script sent.
export function csrf() {
  return document.querySelector('meta[name="csrf"]')?.content ?? '';
}

// Why the server would not have it; nothing where it was only busy or asked for something else first.
export async function reasons(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const faults = [...page.querySelectorAll('#faults .fault-list li')];
  const gone = answer.status === 400 || answer.status === 404 ? [...page.querySelectorAll('h1')] : [];
  return (faults.length > 0 ? faults : gone).map((line) => line.textContent.trim().replace(/\s+/g, ' '));
}

export function list(place, lines) {
  place.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}
