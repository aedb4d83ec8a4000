// Monaco and Radix add <style> elements of their own. The page's policy takes those with its nonce, and neither library
// can be told one, so that every <style> a script creates is given it here.
const { nonce } = document.querySelector('meta[property="csp-nonce"]');
const createElement = document.createElement;

document.createElement = function (name, ...options) {
  const element = createElement.call(this, name, ...options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
