import { Component, type ComponentType, h } from 'preact';

/** A component that is drawn again only when one of its props is another: while a run plays, most of the page stands still. */
export function memo<P extends object>(Inner: ComponentType<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !isSame(this.props, next);
    }
    override render() {
      return h(Inner, this.props);
    }
  };
}

/** Whether two objects have the same values. */
export function isSame(a: object, b: object): boolean {
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
