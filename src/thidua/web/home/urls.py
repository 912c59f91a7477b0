from django.urls import path

from thidua.web.home import views

urlpatterns = [
    path("", views.front, name="front"),
    path("viec-cua-toi/", views.home, name="home"),
]
