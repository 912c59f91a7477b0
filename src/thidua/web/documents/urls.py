from django.urls import path

from thidua.web.documents import views

urlpatterns = [
    path("van-ban/", views.index, name="documents"),
    path("van-ban/so/", views.register, name="document_register"),
    path("van-ban/<int:pk>/", views.show, name="document"),
    path("van-ban/<int:pk>/tai/<slug:fmt>/", views.file, name="document_file"),
    path("van-ban/den/<int:pk>/xac-nhan/", views.acknowledge, name="document_acknowledge"),
]
