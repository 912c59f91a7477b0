"""All addresses; each area of the web app brings its own."""

from django.urls import include, path

urlpatterns = [path("", include("thidua.web.urls"))]

handler403 = "thidua.web.errors.forbidden"
handler404 = "thidua.web.errors.not_found"
handler500 = "thidua.web.errors.server_error"
