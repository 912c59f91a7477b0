from django.urls import path

from thidua.web.public import views

urlpatterns = [
    path("cong-khai/", views.public_home, name="public_home"),
    path("cong-khai/bang-vang/", views.public_honours, name="public_honours"),
    path("cong-khai/phong-trao/<int:pk>/", views.public_movement, name="public_movement"),
    path("xac-thuc/", views.public_verify, name="public_verify"),
    path("xac-thuc/<str:code>/", views.public_verify_code, name="public_verify_code"),
]
