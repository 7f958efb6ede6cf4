using System.Numerics;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures.Cryptography;

public sealed class Ed25519EncodingTests
{
    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    [Fact]
    public void IsReducedScalar_AroundTheOrder_IsExact()
    {
        BigInteger[] below = [0, 1, Order - 1, Order - BigInteger.Pow(2, 64), Order - BigInteger.Pow(2, 126), BigInteger.Pow(2, 252) - 1, BigInteger.Pow(2, 252)];
        BigInteger[] above = [Order, Order + 1, Order + BigInteger.Pow(2, 64), Order + BigInteger.Pow(2, 128), BigInteger.Pow(2, 253), BigInteger.Pow(2, 256) - 1];

        below.ShouldAllBe(scalar => Ed25519Encoding.IsReducedScalar(Bytes(scalar)));
        above.ShouldAllBe(scalar => !Ed25519Encoding.IsReducedScalar(Bytes(scalar)));
    }

    [Fact]
    public void IsReducedPoint_AroundThePrime_IsExact()
    {
        BigInteger sign = BigInteger.Pow(2, 255);
        for (int i = 1; i <= 40; i++)
        {
            Ed25519Encoding.IsReducedPoint(Bytes(Prime - i)).ShouldBeTrue();
            Ed25519Encoding.IsReducedPoint(Bytes(Prime - i + sign)).ShouldBeTrue();
        }

        for (int i = 0; i < 19; i++)
        {
            Ed25519Encoding.IsReducedPoint(Bytes(Prime + i)).ShouldBeFalse();
            Ed25519Encoding.IsReducedPoint(Bytes(Prime + i + sign)).ShouldBeFalse();
        }
    }

    [Fact]
    public void IsSmallOrder_EveryPointOfTheTorsionGroup_IsTold()
    {
        // Found by arithmetic on the curve: eight times a point is the neutral element. y as in RFC 8032 §5.1.3.
        int found = 0;
        for (int i = 0; i < 30; i++)
        {
            BigInteger candidate = i;
            found += IsTorsion(candidate) ? 1 : 0;
            Ed25519Encoding.IsSmallOrder(Bytes(candidate)).ShouldBe(IsTorsion(candidate), candidate.ToString());
            Ed25519Encoding.IsSmallOrder(Bytes(Prime - 1 - i)).ShouldBe(IsTorsion(Prime - 1 - i));
        }

        found.ShouldBe(2);
        foreach (BigInteger y in OfOrderEight())
        {
            IsTorsion(y).ShouldBeTrue();
            Ed25519Encoding.IsSmallOrder(Bytes(y)).ShouldBeTrue();
            Ed25519Encoding.IsSmallOrder(Bytes(y + BigInteger.Pow(2, 255))).ShouldBeTrue();
        }

        OfOrderEight().Count().ShouldBe(2);
        Ed25519Encoding.IsSmallOrder(Bytes(Prime)).ShouldBeTrue();
        Ed25519Encoding.IsSmallOrder(Bytes(Prime + 1)).ShouldBeTrue();
        Ed25519Encoding.IsSmallOrder(Bytes(Prime + 2)).ShouldBeFalse();
    }

    /// <summary>
    /// The y of points of order 8: doubling one gives y = 0, and on -x² + y² = 1 + d x² y² the double's y is (x² + y²) / (2 + x² - y²),
    /// so x² = -y² and d y⁴ + 2 y² - 1 = 0.
    /// </summary>
    private static IEnumerable<BigInteger> OfOrderEight()
    {
        BigInteger d = D();
        BigInteger root = Root(d + 1)!.Value;
        foreach (BigInteger sign in (BigInteger[])[root, Prime - root])
        {
            if (Root((sign - 1 + Prime) * Inverse(d) % Prime) is { } y)
            {
                yield return y;
                yield return Prime - y;
            }
        }
    }

    private static bool IsTorsion(BigInteger y)
    {
        BigInteger ySquared = y * y % Prime;
        BigInteger xSquared = (ySquared - 1 + Prime) * Inverse((D() * ySquared + 1) % Prime) % Prime;
        if (Root(xSquared) is not { } x)
        {
            return false;
        }

        (BigInteger X, BigInteger Y) point = (x, y);
        for (int i = 0; i < 3; i++)
        {
            point = Double(point);
        }

        return point.X.IsZero && point.Y.IsOne;
    }

    private static (BigInteger X, BigInteger Y) Double((BigInteger X, BigInteger Y) point)
    {
        BigInteger product = D() * point.X % Prime * point.X % Prime * point.Y % Prime * point.Y % Prime;
        BigInteger x = 2 * point.X * point.Y % Prime * Inverse((1 + product) % Prime) % Prime;
        BigInteger y = (point.Y * point.Y + point.X * point.X) % Prime * Inverse((1 - product + Prime) % Prime) % Prime;
        return (x, y);
    }

    private static BigInteger D() => (Prime - 121665) * Inverse(121666) % Prime;

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, Prime - 2, Prime);

    private static BigInteger? Root(BigInteger square)
    {
        BigInteger root = BigInteger.ModPow(square, (Prime + 3) / 8, Prime);
        if (root * root % Prime != square)
        {
            root = root * BigInteger.ModPow(2, (Prime - 1) / 4, Prime) % Prime;
        }

        return root * root % Prime == square ? root : null;
    }

    private static byte[] Bytes(BigInteger value)
    {
        byte[] bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true).ShouldBeTrue();
        return bytes;
    }
}
