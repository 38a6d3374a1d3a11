// On every page: removes the key from the address, so that nobody copies it, passes it on or finds it in the history.
// On the page that asks for the key: sends the key.

function takeKey() {
  const key = new URLSearchParams(location.hash.slice(1)).get("key");
  if (!key) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const form = document.getElementById("door");
  if (!form) return; // this browser has been admitted already
  form.elements.key.value = key;
  form.submit();
}

addEventListener("hashchange", takeKey); // somebody replaces the address by the one with the key
takeKey();
