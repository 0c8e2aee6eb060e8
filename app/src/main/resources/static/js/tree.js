// How the conditions of the builder are moved: each function changes the tree and says where the moved one stands now.
// A place is the list of its positions from the root, written with dots: 2.0 is the first of the third.

const parts = (path) => path.split('.').map(Number);

function groupOf(tree, place) {
  return place.reduce((node, index) => node.items[index], tree);
}

function opposite(group) {
  return group === 'and' ? 'or' : 'and';
}

/** One place up (-1) or down (1); at the end of its group out of it. */
export function moveBy(tree, path, step) {
  const place = parts(path);
  const index = place.pop();
  const { items } = groupOf(tree, place);
  const next = index + step;
  if (next < 0 || next >= items.length) {
    return moveOut(tree, path, step > 0);
  }
  [items[index], items[next]] = [items[next], items[index]];
  return [...place, next].join('.');
}

/** Out of its group, to stand after it or before it; what becomes empty goes. */
export function moveOut(tree, path, isAfter) {
  const place = parts(path);
  if (place.length === 1) {
    return path;
  }
  const index = place.pop();
  const group = place.pop();
  const outer = groupOf(tree, place);
  const inner = outer.items[group];
  const [item] = inner.items.splice(index, 1);
  let at = isAfter ? group + 1 : group;
  outer.items.splice(at, 0, item);
  if (inner.items.length === 0) {
    outer.items.splice(outer.items.indexOf(inner), 1);
    at = outer.items.indexOf(item);
  }
  return [...place, at].join('.');
}

/** Into the group before it; where there is none, into a new one with its neighbour. */
export function moveIn(tree, path) {
  const place = parts(path);
  const index = place.pop();
  const outer = groupOf(tree, place);
  const [before, item, after] = [outer.items[index - 1], outer.items[index], outer.items[index + 1]];
  if (before?.group && !item.group) {
    outer.items.splice(index, 1);
    before.items.push(item);
    return [...place, index - 1, before.items.length - 1].join('.');
  }
  if (!before && !after) {
    return path;
  }
  const pair = before ? [before, item] : [item, after];
  const start = before ? index - 1 : index;
  outer.items.splice(start, 2, { group: opposite(outer.group), isNegated: false, items: pair });
  return [...place, start, before ? 1 : 0].join('.');
}

/** Away; whoever takes its place is named, or the one before. */
export function remove(tree, path) {
  const place = parts(path);
  const index = place.pop();
  const { items } = groupOf(tree, place);
  items.splice(index, 1);
  return items.length === 0 ? place.join('.') : [...place, Math.min(index, items.length - 1)].join('.');
}
