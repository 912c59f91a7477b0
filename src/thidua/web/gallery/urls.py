from django.urls import path

from thidua.web.gallery import views

urlpatterns = [path("thanh-phan/", views.gallery, name="gallery")]
