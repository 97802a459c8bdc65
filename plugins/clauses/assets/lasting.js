// @ts-check
/** A lasting address goes on to the first of the reader's languages that the clause is published in. */

const clause = document.getElementById(location.hash.slice(1)) ?? document.querySelector("h1")
const links = /** @type {HTMLAnchorElement[]} */ ([...(clause?.nextElementSibling?.querySelectorAll("a[hreflang]") ?? [])])
const read = navigator.languages.map(language => links.find(link => link.hreflang === language.split("-")[0]))
const found = read.find(Boolean)
if (found) location.replace(found.href)

export {}
