// Runs before the first paint, so that a chosen theme does not flash. The app stores the choice under this key.
(function () {
  try {
    var theme = JSON.parse(localStorage.getItem('rampline.theme'));
    if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
  } catch (blocked) {
    // No storage or not our value: the system's theme holds.
  }
})();
