from django.urls import path

from thidua.web.registrations import initiatives, views

urlpatterns = [
    path("dang-ky/", views.registrations, name="registrations"),
    path("dang-ky/cua-toi/", views.mine, name="registration_mine"),
    path("dang-ky/tap-the/<int:unit_id>/", views.register_collective, name="registration_collective"),
    path("dang-ky/<int:pk>/rut/", views.withdraw, name="registration_withdraw"),
    path("sang-kien/", initiatives.initiatives, name="initiatives"),
    path("sang-kien/them/", initiatives.enter, name="initiative_new"),
    path("sang-kien/<int:pk>/", initiatives.initiative, name="initiative"),
]
