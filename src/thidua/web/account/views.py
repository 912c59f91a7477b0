"""Signing in and out."""

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView

from thidua.accounts.queries.demo import list_demo_accounts
from thidua.web.access import public


class SignIn(LoginView):
    """Đăng nhập; in demo mode the sample accounts stand beside the form."""

    template_name = "web/account/sign_in.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        accounts = list_demo_accounts(self.request.today) if settings.DEMO else []
        return super().get_context_data(demo_accounts=accounts, **kwargs)


sign_in = public(SignIn.as_view())
sign_out = public(LogoutView.as_view())
