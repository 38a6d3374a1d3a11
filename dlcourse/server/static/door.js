// On every page: takes the key out of the address, so that nobody copies it, passes it on or finds it in the history.
// On the page that asks for the key it hands the key in.

function takeKey() {
  const key = new URLSearchParams(location.hash.slice(1)).get("key");
  if (!key) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const form = document.getElementById("door");
  if (!form) return; // this browser has been let in already
  form.elements.key.value = key;
  form.submit();
}

addEventListener("hashchange", takeKey); // somebody puts the address with the key where the one without it stands
takeKey();
