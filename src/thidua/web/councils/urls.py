from django.urls import path

from thidua.web.councils import ballot_views, views

urlpatterns = [
    path("hoi-dong/", views.council_meetings, name="council_meetings"),
    path("hoi-dong/thanh-lap/", views.council_new, name="council_new"),
    path("hoi-dong/<int:pk>/", views.council, name="council"),
    path("hoi-dong/<int:pk>/thanh-vien/", views.council_member_add, name="council_member_add"),
    path("hoi-dong/thanh-vien/<int:pk>/ket-thuc/", views.council_member_end, name="council_member_end"),
    path("hoi-dong/<int:pk>/phien-hop/", views.meeting_new, name="meeting_new"),
    path("hoi-dong/phien-hop/<int:pk>/", views.meeting, name="meeting"),
    path("hoi-dong/phien-hop/<int:pk>/sua/", views.meeting_edit, name="meeting_edit"),
    path("hoi-dong/phien-hop/<int:pk>/chuong-trinh/", views.meeting_agenda, name="meeting_agenda"),
    path(
        "hoi-dong/phien-hop/<int:pk>/chuong-trinh/<int:dossier>/rut/",
        views.meeting_agenda_remove,
        name="meeting_agenda_remove",
    ),
    path("hoi-dong/phien-hop/<int:pk>/khai-mac/", views.meeting_open, name="meeting_open"),
    path("hoi-dong/phien-hop/<int:pk>/diem-danh/", views.meeting_attendance, name="meeting_attendance"),
    path("hoi-dong/phien-hop/<int:pk>/y-kien/", views.meeting_discussion, name="meeting_discussion"),
    path("hoi-dong/phien-hop/<int:pk>/lien-quan/", views.meeting_interest, name="meeting_interest"),
    path(
        "hoi-dong/phien-hop/<int:pk>/lien-quan/<int:declaration>/rut/",
        views.meeting_interest_withdraw,
        name="meeting_interest_withdraw",
    ),
    path("hoi-dong/phien-hop/<int:pk>/mo-bo-phieu/", views.meeting_start_vote, name="meeting_start_vote"),
    path("hoi-dong/phien-hop/<int:pk>/phieu/", ballot_views.ballot, name="ballot"),
    path("hoi-dong/phien-hop/<int:pk>/kiem-phieu/", ballot_views.meeting_close, name="meeting_close"),
    path("hoi-dong/phien-hop/<int:pk>/bien-ban/", views.meeting_minutes, name="meeting_minutes"),
    path(
        "hoi-dong/phien-hop/<int:pk>/bien-ban/<slug:which>.<str:fmt>",
        ballot_views.meeting_minutes_file,
        name="meeting_minutes_file",
    ),
]
