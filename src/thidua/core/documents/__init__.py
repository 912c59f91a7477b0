"""Official documents: their tree, the format rules of Decree 30/2020/NĐ-CP and the texts we write ourselves."""
