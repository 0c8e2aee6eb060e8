package org.yinhang.shared.crypto;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.YinhangSettings;

/** Makes the ciphers of this installation. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    KeyFolder keyFolder(YinhangSettings settings) {
        return KeyFolder.open(settings.keysFolder());
    }

    @Bean
    ColumnCipher columnCipher(KeyFolder keys, YinhangSettings settings) {
        return new ColumnCipher(keys, settings.cipher());
    }

    @Bean
    BlindIndex blindIndex(KeyFolder keys, YinhangSettings settings) {
        return new BlindIndex(keys, settings.cipher());
    }
}
